import type { Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import OpenIcon from '@material-ui/icons/OpenInNew';
import { QUALYS_CONNECTOR_ID_ANNOTATION } from 'backstage-plugin-qualys-common';
import { viewUrlOf } from '../entity/details/viewUrl';
import { useQualysTranslation } from '../translation';

/** Whether an entity stands for a connector that a person can see in Qualys. */
export function canBeOpenedInQualys(entity: Entity): boolean {
  return (
    Boolean(entity.metadata.annotations?.[QUALYS_CONNECTOR_ID_ANNOTATION]) &&
    viewUrlOf(entity) !== undefined
  );
}

/** The way to a connector in Qualys, on the card that says what its entity is. */
export function useOpenInQualysLink() {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  return {
    icon: <OpenIcon />,
    label: t('details.openInQualys'),
    href: viewUrlOf(entity),
  };
}
