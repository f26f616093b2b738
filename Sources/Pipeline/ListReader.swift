// One file from bytes to normalised records: the work that is done in parallel, file by file.

import Extract
import Personnel
import Tabular
import Transform

/// Reads one list with the knowledge of the pipeline.
struct ListReader: Sendable {
    let extractor: Extractor
    let normalizer: Normalizer
    let limits: ReadingLimits
    let refusals: RefusalTexts
    let knownSenders: Set<String>
}
