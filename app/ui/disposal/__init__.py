"""档案销毁: lists of what shall go, their approval, and carrying them out."""
