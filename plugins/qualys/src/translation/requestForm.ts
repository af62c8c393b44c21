/** Words of the form with which a connector is asked for. */
export const requestFormMessages = {
  requestForm: {
    title: 'Ask for a connector',
  },
} as const;
