// What plain C needs for what every run does: reads every byte of the files named on standard input, then inserts rows
// into a fresh SQLite database by prepared statements: those of a flat file (cells end with 0x1F, rows with 0x1E) into
// one table, or, where ROWS ends in `.sqlite`, all rows of all tables of that database into tables of the same form,
// with their indexes.
//
// Usage: floor ROWS DATABASE < LIST-OF-FILES. Prints bytes and rows.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long long sum;

static long read_all(const char *path) {
    static unsigned char buffer[1 << 18];
    int file = open(path, O_RDONLY);
    if (file < 0) { perror(path); exit(1); }
    long total = 0;
    ssize_t count;
    while ((count = read(file, buffer, sizeof buffer)) > 0) {
        for (ssize_t i = 0; i < count; i++) sum += buffer[i];
        total += count;
    }
    close(file);
    return total;
}

static void check(int code, sqlite3 *db) {
    if (code != SQLITE_OK && code != SQLITE_DONE) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); exit(1); }
}

static void run(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), db); }

// `INSERT INTO name VALUES (?, ?, ...)`
static sqlite3_stmt *prepare_insert(sqlite3 *db, const char *name, int columns) {
    char sql[8192];
    snprintf(sql, sizeof sql, "INSERT INTO \"%s\" VALUES (?", name);
    for (int i = 1; i < columns; i++) strcat(sql, ",?");
    sqlite3_stmt *insert;
    check(sqlite3_prepare_v2(db, strcat(sql, ")"), -1, &insert, NULL), db);
    return insert;
}

// Inserts the rows of a flat file into one table of texts.
static long insert_cells(const char *path, sqlite3 *db) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) { perror(path); exit(1); }
    size_t size = (size_t)status.st_size;
    char *rows = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0) : NULL;
    int columns = 1;
    for (size_t i = 0; i < size && rows[i] != 0x1E; i++) columns += rows[i] == 0x1F;
    char sql[8192] = "CREATE TABLE t (";
    for (int i = 0; i < columns; i++) sprintf(sql + strlen(sql), "%sc%d TEXT", i ? ", " : "", i);
    run(db, strcat(sql, ")"));
    sqlite3_stmt *insert = prepare_insert(db, "t", columns);
    long count = 0;
    size_t start = 0;
    int column = 1;
    for (size_t i = 0; i < size; i++) {
        if (rows[i] != 0x1F && rows[i] != 0x1E) continue;
        if (i > start) sqlite3_bind_text(insert, column, rows + start, (int)(i - start), SQLITE_STATIC);
        else sqlite3_bind_null(insert, column);
        column++;
        start = i + 1;
        if (rows[i] == 0x1E) {
            check(sqlite3_step(insert), db);
            sqlite3_reset(insert);
            column = 1;
            count++;
        }
    }
    sqlite3_finalize(insert);
    return count;
}

// Inserts the rows of one table of another database.
static long insert_table(sqlite3 *from, sqlite3 *db, const char *name) {
    char sql[512];
    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", name);
    sqlite3_stmt *select;
    check(sqlite3_prepare_v2(from, sql, -1, &select, NULL), from);
    int columns = sqlite3_column_count(select);
    sqlite3_stmt *insert = prepare_insert(db, name, columns);
    long count = 0;
    for (; sqlite3_step(select) == SQLITE_ROW; count++) {
        for (int i = 0; i < columns; i++) sqlite3_bind_value(insert, i + 1, sqlite3_column_value(select, i));
        check(sqlite3_step(insert), db);
        sqlite3_reset(insert);
    }
    check(sqlite3_finalize(select), from);
    sqlite3_finalize(insert);
    return count;
}

// Inserts all rows of another database, table by table, then builds its indexes.
static long insert_tables(const char *path, sqlite3 *db) {
    sqlite3 *from;
    check(sqlite3_open_v2(path, &from, SQLITE_OPEN_READONLY, NULL), from);
    sqlite3_stmt *schema;
    check(sqlite3_prepare_v2(from,
        "SELECT type = 'table', name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        " ORDER BY type = 'index', name", -1, &schema, NULL), from);
    long count = 0;
    while (sqlite3_step(schema) == SQLITE_ROW) {
        run(db, (const char *)sqlite3_column_text(schema, 2));
        if (sqlite3_column_int(schema, 0)) count += insert_table(from, db, (const char *)sqlite3_column_text(schema, 1));
    }
    sqlite3_finalize(schema);
    sqlite3_close(from);
    return count;
}

int main(int argc, char **argv) {
    if (argc != 3) { fprintf(stderr, "usage: floor ROWS DATABASE < LIST-OF-FILES\n"); return 2; }
    char line[4096];
    long bytes = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        bytes += read_all(line);
    }
    sqlite3 *db;
    check(sqlite3_open(argv[2], &db), db);
    run(db, "PRAGMA page_size=16384; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
        "PRAGMA cache_size=-96000; BEGIN");
    size_t length = strlen(argv[1]);
    int is_database = length > 7 && strcmp(argv[1] + length - 7, ".sqlite") == 0;
    long count = is_database ? insert_tables(argv[1], db) : insert_cells(argv[1], db);
    run(db, "COMMIT");
    check(sqlite3_close(db), db);
    int database = open(argv[2], O_RDONLY);
    fsync(database);
    printf("%ld bytes, %ld rows (%llu)\n", bytes, count, sum);
    return 0;
}
