"""Documents that the code writes. A module here names its ``PATH`` under docs/ and ``render``s it;
to add a document, add a module: ``tests.generated_documents`` finds it."""
