"""How it looks: charts, maps, lists and words as Figures. Nothing here draws on a page."""
