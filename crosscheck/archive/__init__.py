"""Collections that do not fit in one run: articles and their claims, kept and found again.

The durable form is Parquet, in files that never change; a manifest names those that count
(`manifest`), so that whatever is stopped half-way has not happened. What makes an archive quick to
ask (`index`) can always be made anew from them. docs/archive.md tells it from outside.
"""
