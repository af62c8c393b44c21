import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import type { ConnectorAppInfo } from 'qualys-model';
import type { Translate } from '../../translation';
import { PerimeterScan } from './PerimeterScan';
import type { Property } from './Properties';
import { copyable, eitherOf, listOf, when } from './values';

/** What Asset Management alone says of a connector; where it does not know it, what that means. */
export function assetManagementProperties(
  { provider, assetManagement }: MirroredConnector,
  t: Translate,
): Property[] {
  if (!assetManagement) {
    return [
      {
        name: t('details.updatable'),
        value: t('details.unknownToAssetManagement'),
      },
    ];
  }
  const { defaultTags, appInfos, perimeterScan } = assetManagement;
  return [
    { name: t('details.seenAt'), value: when(assetManagement.seenAt) },
    {
      name: t('details.assetManagementId'),
      value: copyable(assetManagement.id, t('details.assetManagementId')),
    },
    {
      name: t('details.updatable'),
      value: t(
        assetManagement.updatable
          ? 'details.updatableYes'
          : 'details.updatableNo',
      ),
    },
    {
      name: t('details.tags'),
      value: listOf(
        defaultTags?.map(tag => tag.name ?? tag.id),
        t,
      ),
    },
    {
      name: t('details.modules'),
      value: listOf(assetManagement.activation, t),
    },
    {
      name: t('details.uses'),
      value: listOf(
        appInfos?.map(use => useInWords(use, t)),
        t,
      ),
    },
    {
      name: t('details.regions'),
      value:
        provider === 'AWS' && assetManagement.allRegions
          ? t('details.allRegions')
          : listOf(assetManagement.regions, t),
    },
    {
      name: t('details.perimeterScan'),
      value: perimeterScan && <PerimeterScan scan={perimeterScan} />,
    },
  ];
}

function useInWords({ name }: ConnectorAppInfo, t: Translate): string {
  switch (name) {
    case 'AI':
    case 'CI':
    case 'CSA':
      return t(`details.use.${name}`);
    default:
      return name;
  }
}

/** What CloudView alone says of a connector; nothing where it does not know it. */
export function cloudViewProperties(
  connector: MirroredConnector,
  t: Translate,
  locale: string,
): Property[] {
  const { cloudView, totalAssets } = connector;
  if (!cloudView) return [];
  return [
    { name: t('details.seenAt'), value: when(cloudView.seenAt) },
    {
      name: t('details.totalAssets'),
      value: totalAssets?.toLocaleString(locale),
    },
    {
      name: t('details.groups'),
      value: listOf(
        connector.groups.map(({ name }) => name),
        t,
      ),
    },
    {
      name: t('details.portalConnector'),
      value:
        connector.provider === 'AWS'
          ? eitherOf(
              connector.portalConnector,
              t('details.yes'),
              t('details.no'),
            )
          : undefined,
    },
  ];
}
