package vn.chieng.api.incidents.observables;

/** What became of a change of observables. */
public sealed interface ObservableOutcome {

    /** Added, taken away, or there already. */
    record Done(Observable observable) implements ObservableOutcome {}

    /** The text is no value of this kind. */
    record NoValue() implements ObservableOutcome {}

    /** There are as many as there may be. */
    record TooMany() implements ObservableOutcome {}

    /** There is none, or none the caller may know of. */
    record Unknown() implements ObservableOutcome {}
}
