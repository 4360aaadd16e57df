"""The frame around the pages: rail, top bar, training band, help."""
