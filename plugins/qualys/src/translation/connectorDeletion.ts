/** Words of deleting a connector. */
export const connectorDeletionMessages = {
  connectorDeletion: {
    button: 'Delete',
    title: 'Delete {{name}}',
    text: 'The connector is deleted in Qualys, which no longer reads the account and forgets its assets; its entity leaves the catalog at once. This cannot be undone.',
    typeName: 'Name of the connector',
    typeNameHint: 'Type it to confirm: {{name}}',
    nameDiffers: 'This is not the name of the connector',
    send: 'Delete the connector',
    done: 'Deleted: {{name}}.',
  },
} as const;
