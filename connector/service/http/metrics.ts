/** Counters since the process started, in the text form that Prometheus reads. */
export interface Metrics {
  readonly countRequest: (operation: string, status: number) => void
  readonly countItems: (items: number) => void
  readonly text: () => string
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>()
  let items = 0
  return {
    countRequest: (operation, status) => {
      const labels = `operation="${operation}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
    },
    countItems: (count) => {
      items += count
    },
    text: () =>
      [
        '# HELP integration_requests_total Requests answered.',
        '# TYPE integration_requests_total counter',
        ...[...requests].map(([labels, count]) => `integration_requests_total{${labels}} ${count}`),
        '# HELP integration_items_accepted_total Sync items accepted.',
        '# TYPE integration_items_accepted_total counter',
        `integration_items_accepted_total ${items}`,
        '',
      ].join('\n'),
  }
}
