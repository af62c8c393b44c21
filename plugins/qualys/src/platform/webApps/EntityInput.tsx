import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import type { CreateForm } from './useCreateForm';

const ID = 'qualys-create-web-app-entity';
const MOST = 10;
/** How long somebody must have stopped typing before the catalog is asked (in milliseconds). */
const PAUSE = 300;

/** An entity by its reference; the catalog's entities that fit are offered while it is typed. */
export function EntityInput(props: { form: CreateForm }) {
  const { t } = useQualysTranslation();
  const catalog = useApi(catalogApiRef);
  const { form } = props;
  const typed = form.watch('entityRef').trim();
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(typed.split(/[:/]/).at(-1) ?? ''), PAUSE, [typed]);

  // Where the catalog cannot be asked, the reference can still be typed.
  const { value: offered = [] } = useAsync(async () => {
    if (term.length < 2) return [];
    const { items } = await catalog.queryEntities({
      fullTextFilter: { term, fields: ['metadata.name', 'metadata.title'] },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      limit: MOST,
    });
    return items.map(entity => stringifyEntityRef(entity));
  }, [catalog, term]);

  return (
    <>
      <TextInput
        id={ID}
        control={form.control}
        name="entityRef"
        label={t('webApps.platform.create.entity')}
        hint={t('webApps.platform.create.entityHint')}
        inputProps={{ list: `${ID}-offered`, autoComplete: 'off' }}
        required
      />
      <datalist id={`${ID}-offered`}>
        {offered.map(entityRef => (
          <option key={entityRef} value={entityRef} />
        ))}
      </datalist>
    </>
  );
}
