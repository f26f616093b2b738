// The tables of a pipeline, by the key under which `pipeline.yaml` names each file.

/// A table that every pipeline has. The columns of each are described where the table is read.
enum TableKey: String, CaseIterable {
    case oldDistricts = "old_districts"
}
