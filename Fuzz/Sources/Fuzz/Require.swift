// How a check says what was broken: the words of `precondition` are gone in a release build.

/// Ends the program with a message where a condition does not hold; libFuzzer then keeps the input.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
