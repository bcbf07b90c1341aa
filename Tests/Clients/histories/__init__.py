"""Random git histories of approvals, and a slow second implementation of what proves an approval (`docs/approvals.md`)."""
