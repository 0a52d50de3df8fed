"""You may change what is true here, if a test tells the story first; nothing here may know that
browsers or databases exist, except storage/.
"""
