// How long each stage of a run took.

/// Names and times stages in the order in which they end.
struct StageTimes {
    private let clock: RunClock
    private(set) var stages: [(name: String, seconds: Double, processor: Double)] = []
    private var begin: Double
    private var processorBegin: Double

    init(clock: RunClock) {
        self.clock = clock
        begin = clock.now()
        processorBegin = clock.processor()
    }

    /// Ends a stage; the next begins.
    mutating func end(_ name: String) {
        let (now, processor) = (clock.now(), clock.processor())
        stages.append((name, now - begin, processor - processorBegin))
        (begin, processorBegin) = (now, processor)
    }
}
