/** Of the list of results that anybody may read, or of one of them. */
export function publicPath(cycle: string | null = null): string {
  return cycle === null ? '/hasil' : `/hasil/${encodeURIComponent(cycle)}`;
}
