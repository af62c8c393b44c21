import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { Notice } from '../../components/Notice';
import { Steps } from '../../components/Steps';
import { useQualysTranslation } from '../../translation';
import { AccessForm, ApplicationSteps } from '../access';
import { DraftProblem, DraftState } from './DraftState';
import { HeldAccess } from './HeldAccess';
import { ReviewStep } from './ReviewStep';
import { SettingsFields } from './SettingsFields';
import { StepForm } from './StepForm';
import { REQUEST_STEPS, type RequestStep } from './steps';
import { needsKey, TargetFields } from './TargetFields';
import { useGuide, type Guide, type GuideOptions } from './useGuide';
import { WhatFields } from './WhatFields';

/** The steps of asking for a connector, of which the present one is open. */
export function RequestGuide(props: GuideOptions) {
  const { t } = useQualysTranslation();
  const guide = useGuide(props);
  const { draft, step, goTo } = guide;
  return (
    <Paper>
      <Box p={2}>
        <Steps
          steps={REQUEST_STEPS.map(each => ({
            key: each,
            title: t(`requestForm.step.${each}`),
            body: each === step && (
              <>
                <Body {...props} guide={guide} step={each} />
                <DraftProblem
                  draft={draft}
                  onGoOn={guide.goOnFrom}
                  onLookAgain={guide.lookAgain}
                />
                <DraftState draft={draft} />
              </>
            ),
          }))}
          current={step}
          onBack={back => goTo(back as RequestStep)}
        />
      </Box>
    </Paper>
  );
}

interface BodyProps extends GuideOptions {
  guide: Guide;
  step: RequestStep;
}

function Body(props: BodyProps) {
  const { t } = useQualysTranslation();
  const { choices, guide, step } = props;
  const { draft, form, handOver, target, findings } = guide;
  const { request } = draft;
  // The draft is saved by itself, which keeps nobody from anything.
  const busy = guide.started !== undefined || handOver.save.sending;
  const frame = {
    busy,
    blocked: draft.save.conflict !== undefined,
    onNext: () => guide.next(step),
    actions: request && (
      <Button variant="outlined" onClick={guide.leave} disabled={busy}>
        {t('requestForm.leave')}
      </Button>
    ),
    onBack: () => guide.goTo(REQUEST_STEPS[REQUEST_STEPS.indexOf(step) - 1]),
  };
  if (step === 'target' || !target) {
    return (
      <StepForm
        {...frame}
        onBack={undefined}
        blocked={needsKey(form.watch('provider')) && !choices.holdsKeys}
      >
        <TargetFields
          form={form}
          choices={choices}
          fixed={request !== undefined}
        />
      </StepForm>
    );
  }
  if (step === 'what' || !request) {
    return (
      <StepForm {...frame}>
        <HeldAccess request={request} settings={guide.settings} />
        {target.provider === 'AZURE' && <ApplicationSteps />}
        <WhatFields
          form={form}
          target={target}
          choices={choices}
          findings={findings}
        />
        <OtherProblems problems={guide.otherProblems} />
      </StepForm>
    );
  }
  if (step === 'settings') {
    return (
      <StepForm {...frame}>
        <SettingsFields form={form} target={target} choices={guide.assets} />
      </StepForm>
    );
  }
  if (step === 'access') {
    return (
      <>
        <Typography variant="body2" paragraph>
          {t('requestForm.access.intro')}
        </Typography>
        {request.may.includes('giveAccess') ? (
          <AccessForm
            request={request}
            handOver={handOver}
            holdsKeys={choices.holdsKeys}
          />
        ) : (
          <Notice severity="info" title={t('requestForm.access.mayNot')} />
        )}
        <StepForm
          {...frame}
          blocked={frame.blocked || handOver.save.conflict !== undefined}
          nextLabel={t('requestForm.toReview')}
        >
          {null}
        </StepForm>
      </>
    );
  }
  const { errors } = form.formState;
  return (
    <StepForm
      {...frame}
      onNext={() => guide.submit(false)}
      nextLabel={t(
        guide.started === 'submit'
          ? 'requestForm.submitting'
          : 'requestForm.submit',
      )}
      actions={
        <>
          {choices.mayCreateDirectly && (
            <Button
              variant="outlined"
              color="primary"
              onClick={() => guide.submit(true)}
              disabled={frame.busy || frame.blocked}
            >
              {t('requestForm.submitDirectly')}
            </Button>
          )}
          {frame.actions}
        </>
      }
    >
      <ReviewStep
        request={request}
        settings={guide.settings}
        subscription={
          choices.subscriptions.find(({ id }) => id === request.subscription)
            ?.title ?? request.subscription
        }
        choices={guide.assets}
        findings={findings}
        otherProblems={guide.otherProblems}
        wrong={Object.keys(errors).length}
      />
    </StepForm>
  );
}

function OtherProblems(props: { problems: readonly string[] }) {
  const { t } = useQualysTranslation();
  if (props.problems.length === 0) return null;
  return (
    <Notice severity="warning" title={t('requestForm.review.wrongTitle')}>
      {props.problems.map(problem => (
        <div key={problem}>{problem}</div>
      ))}
    </Notice>
  );
}
