/** Words of the page of everything that was changed through the portal. */
export const allHistoryMessages = {
  allHistory: {
    heading: 'History of changes',
    explanation:
      'Everything that was done in Qualys through the portal: who did it, when, what it changed and why. Changes that were made in Qualys itself are not part of it.',
    elsewhere:
      'What was changed on your services is on the services’ own pages, under “History”.',
    download: 'Download CSV',
    downloading: 'Preparing…',
    all: 'All',
    type: 'Kind',
    types: {
      connector: 'Connector',
      s3Integration: 'S3 integration',
      webApp: 'Web application',
      securityHubAccount: 'Security Hub account',
      securityHubIntegration: 'Security Hub integration',
    },
    actor: 'Who',
    actorHint: 'A user’s name',
    entityRef: 'On the page of',
    entityRefHint: 'A component’s name',
    objectId: 'Id in Qualys',
    objectIdHint: 'The whole id',
    from: 'From',
    until: 'Until',
    clear: 'Clear filters',
    object: '{{type}} {{id}} of {{subscription}}',
    onPage: '{{object}}, on the page of {{entity}}',
    noneTitle: 'Nothing has been changed yet',
    none: 'Whatever anybody changes in Qualys through the portal will stand here.',
    nothingMatchesTitle: 'No change matches',
    nothingMatches: 'There is none that passes all of these filters.',
  },
} as const;
