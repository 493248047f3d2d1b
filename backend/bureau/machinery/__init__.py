"""What many areas share: imports and exports, and the product's own reference data."""
