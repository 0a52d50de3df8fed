"""Words for every code of the house, in Spanish, Basque and English. You may change how a thing is
said: here in English, in ``portal/locale`` in the other two. See docs/words.md."""
