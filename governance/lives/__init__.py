"""The nine lives: pure state machines that never import each other. Which they are stands in
``governance/storage/lives.py``, above them."""
