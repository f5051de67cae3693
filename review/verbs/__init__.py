"""The verbs beside those of `review.flow`, by what they are about."""
