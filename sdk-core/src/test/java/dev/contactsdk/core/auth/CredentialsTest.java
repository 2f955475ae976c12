package dev.contactsdk.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contactsdk.core.error.InvalidRequestException;
import dev.contactsdk.core.json.Json;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.security.SignatureException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures at which a credential begins to be one, and tokens as another library reads them. */
class CredentialsTest {
  private static final String SECRET = "s".repeat(32);

  private static JwtParser parser(JwtAlgorithm algorithm, String secret) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    return Jwts.parser()
        .json(new Reading())
        .sig()
        .add(new HmacAlgorithm(algorithm))
        .and()
        .verifyWith(new SecretKeySpec(key, algorithm.jcaName()))
        .build();
  }

  private static final class Reading extends AbstractDeserializer<Map<String, ?>> {
    @SuppressWarnings("unchecked")
    @Override
    protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return (Map<String, ?>) Json.read(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HS256", "HS512"})
  void jjwtsOwnParserTakesATokenAndRefusesOneOfAnotherSecret(JwtAlgorithm algorithm) {
    String token = JwtSigner.hmac(algorithm, SECRET).sign(Map.of("appId", "cs-1"));
    assertThat(parser(algorithm, SECRET).parseSignedClaims(token).getPayload())
        .containsEntry("appId", "cs-1");
    assertThatThrownBy(() -> parser(algorithm, "t".repeat(32)).parseSignedClaims(token))
        .isInstanceOf(SignatureException.class);
  }

  @Test
  void aSecretOf32BytesIsLongEnough() {
    assertThat(JwtSigner.hmac(JwtAlgorithm.HS256, SECRET)).hasToString("JwtSigner[HS256]");
    assertThatThrownBy(() -> JwtSigner.hmac(JwtAlgorithm.HS256, SECRET.substring(1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("31 bytes");
  }

  @Test
  void theFirstAndTheLastVisibleCharacterAreParts() {
    assertThat(Secrets.check("key", "!~")).isEqualTo("!~");
  }

  @ParameterizedTest
  @ValueSource(strings = {" canary", "canary ", "ca nary", "canary\n", "canary\u007f", "canäry"})
  void whatIsNotVisibleAsciiIsRefusedAndNotQuoted(String secret) {
    assertThatThrownBy(() -> Secrets.check("API key", secret))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("API key")
        .hasMessageContaining("copy it again")
        .hasMessageNotContainingAny(secret.strip(), "nary");
  }
}
