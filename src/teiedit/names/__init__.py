"""Which names an edition has and its registers do not: found, proposed, and written where somebody confirms them."""
