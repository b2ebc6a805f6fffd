"""The overview across all articles: charts that are painted, read out, and shown as tables."""
