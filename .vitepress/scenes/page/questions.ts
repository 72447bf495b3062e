/** Compares what a reader has chosen in a question with what the engines did. */
import { useEvents } from '../../site/page/events.ts'

/** Listens to the questions of all scenes of a page. */
export function useQuestions(): void {
  useEvents({
    submit(event) {
      const { target: form } = event
      if (!(form instanceof HTMLFormElement)) return
      if (!form.matches('.scene-question')) return
      event.preventDefault()
      tell(form)
    },
  })
}

/** Says whether the answer is right, and shows what happened. */
function tell(form: HTMLFormElement): void {
  const { answer = '[]', right = '', wrong = '' } = form.dataset
  const chosen = new FormData(form).getAll('answer')
  const isRight = JSON.stringify(chosen) === answer
  form.dataset.told = isRight ? 'right' : 'wrong'
  const said = form.querySelector('output')
  if (said) said.textContent = isRight ? right : wrong
  // The reader steps through what happened.
  form.parentElement?.querySelector<HTMLElement>('.scene-play')?.click()
  for (const option of form.elements) {
    if (!(option instanceof HTMLInputElement)) continue
    const isAnswer = JSON.parse(answer).includes(option.value)
    option.parentElement?.classList.toggle('was', isAnswer)
  }
}
