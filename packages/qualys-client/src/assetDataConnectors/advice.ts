/**
 * What to say where Asset Management refuses.
 *
 * Source: "Update AWS Connector 3.0" and its siblings: "Permissions required -
 * Managers with full scope", "You can update only those connectors that created
 * in the Connector application".
 */
export const advice = {
  permission:
    'Check that the user is a Manager with full scope: only such users may use the connectors of Asset Management.',
  notFound:
    'Check that the connector was created in the Connector application of Qualys: others can be changed through CloudView alone.',
};
