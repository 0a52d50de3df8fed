"""The portal and the command line. You may change how things look and read; if you need an ``if``
about rights, you are in the wrong folder."""
