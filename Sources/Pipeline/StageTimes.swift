// How long each stage of a run took.

/// Names and times stages in the order in which they end.
struct StageTimes {
    private let clock: RunClock
    private(set) var stages: [(name: String, seconds: Double)] = []
    private var begin: Double

    init(clock: RunClock) {
        self.clock = clock
        begin = clock.now()
    }

    /// Ends a stage; the next begins.
    mutating func end(_ name: String) {
        let now = clock.now()
        stages.append((name, now - begin))
        begin = now
    }
}
