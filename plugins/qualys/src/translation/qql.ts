/** Words of the field for a query. */
export const qqlMessages = {
  qql: {
    suggestions: 'Suggestions',
    suggested_one: '{{count}} suggestion. Use the arrow keys and Enter.',
    suggested_other: '{{count}} suggestions. Use the arrow keys and Enter.',
    keys: 'Ctrl+Space suggests what can stand here.',
    show: 'Show where',
    severity: { error: 'Error:', warning: 'Warning:' },
  },
} as const;
