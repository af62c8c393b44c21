import type { SecurityHubAccount, SecurityHubIntegration } from './integration';

// Java prints numbers, which have no leading zeros.
const printedNumber = (digits: string) => digits.replace(/^0+(?=\d)/, '');

function intactRow(row: SecurityHubAccount): string {
  const account = printedNumber(row.awsAccount);
  const { minSeverity, baseCategory, regions } = row;
  return `{awsAccountId=${account}, severity=${minSeverity}, category=${baseCategory}, regions=[${regions.join(
    ', ',
  )}]}`;
}

function intact(integration: SecurityHubIntegration): string {
  const { name, id, customerId, rows } = integration;
  const printedRows = rows.map(intactRow).join(', ');
  return `{name=${name}, integrationId=${id}, customerId=${customerId}, vmConfigs=[${printedRows}]}`;
}

function damagedRow(row: SecurityHubAccount): string {
  const account = printedNumber(row.awsAccount);
  const { minSeverity, baseCategory, regions } = row;
  return `{awsAccountId=${account},\nseverity=${minSeverity},\ncategory=${baseCategory},\nregions=[${regions.join(
    ', ',
  )}]}`;
}

function damagedRows(rows: readonly SecurityHubAccount[]): string {
  return rows
    .map((row, index) => {
      const next = rows[index + 1];
      if (!next) return damagedRow(row);
      const isSameCategory = row.baseCategory === next.baseCategory;
      return `${damagedRow(row)}${isSameCategory ? ',' : ''}\n`;
    })
    .join('');
}

function damaged(integration: SecurityHubIntegration): string {
  const { name, id, customerId, rows } = integration;
  return `{name=${name},\nintegrationId=${id},\ncustomerId=${customerId},\nvmConfigs=[\n${damagedRows(
    rows,
  )}]`;
}

/**
 * An integration as Java prints a map, in the form of the list of integrations
 * (`full`, with the app that it is for) or of the calls that end in `/vm`.
 *
 * `damaged` is how the samples print it: a line break after each comma but
 * those between regions, no comma where an account of another category
 * follows, and in the full form neither of the two last braces.
 *
 * Source: AWS Security Hub Integration, Get Details, samples 1 and 2.
 */
export function printIntegration(
  integration: SecurityHubIntegration,
  form: 'full' | 'vm',
  condition: 'damaged' | 'intact',
): string {
  if (condition === 'intact') {
    const printed = intact(integration);
    return form === 'full' ? `{VM=${printed}}` : printed;
  }
  const printed = damaged(integration);
  return form === 'full' ? `{VM=${printed}` : `${printed}}`;
}
