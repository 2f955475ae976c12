package dev.contactsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contactsdk.core.limit.RateLimiter;
import dev.contactsdk.kore.KoreClient;
import dev.contactsdk.sandbox.Fault;
import dev.contactsdk.sandbox.KoreSandbox;
import dev.contactsdk.transfer.run.RowState;
import dev.contactsdk.transfer.run.RunOptions;
import dev.contactsdk.transfer.source.CsvSource;
import dev.contactsdk.transfer.target.KoreTarget;
import dev.contactsdk.transfer.target.Target;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's statements are the same for PostgreSQL. */
class PostgresJournalTest {
  @TempDir Path directory;

  @Test
  void plansRunsVerifiesAndForgets() throws IOException {
    Path file = People.file(directory, 0, 40);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        KoreSandbox sandbox = KoreSandbox.start();
        KoreClient kore = sandbox.clientBuilder().rateLimiter(RateLimiter.unlimited()).build()) {
      Target target = new SmallRequests(KoreTarget.of(kore));
      try (Journal journal = Journal.open(postgres.getPostgresDatabase())) {
        Transfer.from(CsvSource.of(file).region("IN")).to(target).rate(100_000).plan(journal);
      }
      sandbox.fail().next().of("POST").with(Fault.cutAfterStore());
      try (Journal journal = Journal.open(postgres.getPostgresDatabase())) {
        Result result = journal.run(target, RunOptions.DEFAULT.rate(100_000), progress -> {});

        assertThat(result.states()).isEqualTo(Map.of(RowState.CREATED, 40L));
        assertThat(sandbox.contactCount()).isEqualTo(40);
        assertThat(journal.verify(target, progress -> {}).same()).isEqualTo(40);
        assertThat(journal.plan().summary().rows()).isEqualTo(40);
        journal.forget();
        assertThat(journal.result().count(RowState.CREATED)).isEqualTo(40);
      }
    }
  }
}
