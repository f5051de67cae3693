"""The browser door: pages over the verbs of the flow, and the review screen."""
