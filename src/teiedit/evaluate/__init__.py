"""How well the recognition does on letters that scholars have encoded: any TEI against ours, field by field."""
