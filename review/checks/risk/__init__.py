"""What a pair's texts say of its risk before any check has looked at it: signals, and the model that weighs them."""
