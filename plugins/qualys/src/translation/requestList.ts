/** Words of the list of requests for connectors. */
export const requestListMessages = {
  requestList: {
    views: 'Which requests',
    view: {
      mine: 'My requests',
      decide: 'To decide',
      all: 'All that I may see',
    },
    decideCount: 'To decide ({{number}})',
    explanation: {
      mine: 'The connectors that you have asked for, the newest first.',
      decide:
        'Requests that wait for a decision, the oldest first. Open one to see what speaks against it, and to decide.',
      all: 'All requests that you may see, the newest first.',
    },
    loading: 'Loading the requests',
    table: 'Requests for connectors',
    search: 'Search',
    searchHint: 'Name, account, purpose or people',
    any: 'All',
    clear: 'Clear filters',
    found_one: '{{number}} request',
    found_other: '{{number}} requests',
    noName: 'No name yet',
    name: 'Name',
    cloud: 'Cloud and account',
    state: 'State',
    people: 'Asked by, for',
    ownedBy: 'for {{owner}}',
    service: 'Service',
    noService: 'None',
    since: 'Last change',
    waitingSince: 'Waiting since',
    nothingMatchesTitle: 'No request matches',
    nothingMatches:
      'There may be requests, but none that passes all of these filters.',
    none: {
      mineTitle: 'You have not asked for a connector yet',
      mine: 'Ask for one, and follow here how it is decided, created and read for the first time.',
      decideTitle: 'Nothing waits for a decision',
      decide: 'When somebody asks for a connector, the request appears here.',
      allTitle: 'There are no requests',
      all: 'Nobody has asked for a connector yet, or not for one that you may see.',
    },
    notAllowed:
      'You need the permission {{permission}} to see requests for connectors. Whoever runs this portal can give it to you.',
    instead:
      'Under {{requests}} you can ask for a connector, and see how far those are that you have asked for.',
  },
} as const;
