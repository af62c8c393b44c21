/** Words of how a sync comes on, of what it could not read, and of what the catalog made of it. */
export const progressMessages = {
  progress: {
    of: 'How far the sync of {{title}} is',
    began: 'Sync under way, begun {{when}}',
    calls_one: '{{number}} call to Qualys so far',
    calls_other: '{{number}} calls to Qualys so far',
    notYet: 'It has only just begun',
    waiting: '{{feed}} is still to come',
    reading: '{{read}} read through {{feed}}',
    readingOf: '{{read}} of about {{expected}} read through {{feed}}',
    read: '{{read}} read through {{feed}}, being stored',
    written: '{{read}} read through {{feed}} and stored',
    failed: 'Broke off after {{read}} read through {{feed}}',
  },
  skipped: {
    summary_one: '{{count}} record could not be read',
    summary_other: '{{count}} records could not be read',
    meaning:
      'They are not in the portal, or are there as they were before; everything else was read.',
    listOf: 'Records of {{feed}} that could not be read',
    record: '{{cloud}}, {{id}}: {{message}}',
    recordWithoutId: '{{cloud}}, id not readable: {{message}}',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
  },
  catalogState: {
    title: 'Catalog',
    entities_one: '{{number}} of the connectors has an entity in the catalog.',
    entities_other:
      '{{number}} of the connectors have an entity in the catalog.',
    at: 'The catalog last said so {{when}}.',
    never:
      'The catalog has not said yet what it holds. It does once its module for Qualys has read the connectors.',
    leftOut_one: '{{number}} was left out on purpose, by a transformer.',
    leftOut_other: '{{number}} were left out on purpose, by a transformer.',
    skipped_one:
      '{{count}} connector has no entity, since it would not be valid',
    skipped_other:
      '{{count}} connectors have no entity, since it would not be valid',
    skippedList: 'Connectors without an entity',
    skippedEntity: '{{subscription}}, {{id}}: {{message}}',
    keptTitle: 'Nothing is removed from the catalog for now',
  },
} as const;
