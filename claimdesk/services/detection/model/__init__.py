"""The small sequence model that cuts sentences into claims: features, weights, decoding."""
