"""Makes extractive readers: data, training, export and evaluation. See ../README.md."""
