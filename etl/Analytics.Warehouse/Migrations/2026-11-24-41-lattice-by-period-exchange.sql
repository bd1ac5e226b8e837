-- Done twice, it gives the old order back, and nothing else: both hold the same rows.
EXCHANGE TABLES published_measure AND fresh_published_measure
