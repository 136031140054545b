/** The few parts of govuk-frontend that we start; the package brings no types. */
declare module 'govuk-frontend' {
  interface ComponentClass {
    readonly moduleName: string
    new (root: Element, config?: object): object
  }
  export const Button: ComponentClass
  export const CharacterCount: ComponentClass
  export const Checkboxes: ComponentClass
  export const ErrorSummary: ComponentClass
  export const ExitThisPage: ComponentClass
  export const NotificationBanner: ComponentClass
  export const PasswordInput: ComponentClass
  export class Radios {
    static readonly moduleName: string
    constructor(root: Element)
    syncConditionalRevealWithInputState(input: HTMLInputElement): void
  }
  export const ServiceNavigation: ComponentClass
  export const SkipLink: ComponentClass
  export const Tabs: ComponentClass
  /** Starts a component on each element that names it; faults go to `onError`. */
  export function createAll(component: ComponentClass, config?: object, onError?: (fault: unknown) => void): object[]
}
