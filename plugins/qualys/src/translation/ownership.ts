/** Words of the page that shows which rule owns what. */
export const ownershipMessages = {
  ownership: {
    heading: 'Ownership',
    loading: 'Loading the rules',
    explanation:
      'Who owns a connector is decided by the rules of the configuration, “qualys.ownership”, in this order: the first that fits wins.',
    rules: 'Rules, in their order',
    default: 'Everything that no rule above fits',
    conditionsOf: 'What the rule {{rule}} looks at',
    condition: {
      subscription: 'Subscription {{values}}',
      provider: 'Cloud {{values}}',
      account: 'Account {{values}}',
      name: 'Name {{values}}',
      tag: 'Tag {{values}}',
      group: 'Group {{values}}',
    },
    moreValues_one: 'or {{count}} more',
    moreValues_other: 'or one of {{count}} more',
    owner: 'Owner',
    system: 'System',
    namespace: 'Namespace',
    labels: 'Labels',
    notFound: '{{entity}} is not in the catalog, or you may not see it there.',
    nothing: 'Decides about no connector',
    requested: 'Requested by the team',
    requestedMeaning:
      'No rule fits these. They were created because somebody asked for them, and belong to the group and the system that the request names.',
    others: 'Decided by a module of the backend',
    othersMeaning:
      'A module that the portal has added decided about these, whatever the rules say.',
    unownedTitle: 'Owned by nobody',
    unowned: 'No rule fits them.',
    allOwned: 'Every connector has an owner.',
    share: '{{share}} of all',
    noRulesTitle: 'There are no rules',
    noRules:
      'Rules in the portal’s configuration under “qualys.ownership” say who owns a connector: by account, name, tag, group, cloud or subscription. Until then connectors are owned by nobody, unless a module of the backend decides.',
    noConnectors: 'No connector has been read yet.',
  },
} as const;
