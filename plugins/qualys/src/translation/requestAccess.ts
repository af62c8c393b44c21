/** Words of handing over what Qualys signs in with. */
export const requestAccessMessages = {
  requestAccess: {
    title: 'What Qualys signs in with',
  },
} as const;
