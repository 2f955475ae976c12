package dev.contactsdk.transfer.mapping;

import dev.contactsdk.transfer.target.Fields;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The usual names of columns. Case, accents, spaces and punctuation do not matter. */
final class Spellings {
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern COUNTED = Pattern.compile("\\d+$");

  private static final Map<String, Set<String>> USUAL =
      Map.ofEntries(
          Map.entry(
              Fields.PHONE,
              Set.of(
                  "phone",
                  "phonenumber",
                  "phoneno",
                  "phonenr",
                  "telephone",
                  "telephonenumber",
                  "tel",
                  "telno",
                  "mobile",
                  "mobilephone",
                  "mobilenumber",
                  "mobileno",
                  "cell",
                  "cellphone",
                  "cellnumber",
                  "contactnumber",
                  "contactno",
                  "number",
                  "msisdn",
                  "e164",
                  "whatsapp",
                  "whatsappnumber",
                  "telefon",
                  "telefonnummer",
                  "handy",
                  "handynummer",
                  "mobil",
                  "mobilnummer",
                  "rufnummer",
                  "telefono",
                  "numerodetelefono",
                  "movil",
                  "celular",
                  "portable",
                  "numerodetelephone",
                  "mobnumber",
                  "mobno",
                  "फोन",
                  "मोबाइल")),
          Map.entry(
              Fields.EMAIL,
              Set.of(
                  "email",
                  "emailaddress",
                  "emailid",
                  "mail",
                  "mailid",
                  "mailaddress",
                  "emailadresse",
                  "mailadresse",
                  "correo",
                  "correoelectronico",
                  "courriel",
                  "adressemail",
                  "adresseemail")),
          Map.entry(
              Fields.FIRST_NAME,
              Set.of(
                  "firstname",
                  "first",
                  "fname",
                  "givenname",
                  "forename",
                  "vorname",
                  "nombre",
                  "prenom")),
          Map.entry(
              Fields.LAST_NAME,
              Set.of(
                  "lastname",
                  "last",
                  "lname",
                  "surname",
                  "familyname",
                  "nachname",
                  "familienname",
                  "apellido",
                  "apellidos",
                  "nomdefamille")),
          Map.entry(
              Fields.NAME,
              Set.of(
                  "name",
                  "fullname",
                  "contactname",
                  "customername",
                  "displayname",
                  "vollstandigername",
                  "nombrecompleto",
                  "nom",
                  "nomcomplet",
                  "naam",
                  "नाम")),
          Map.entry(
              Fields.SALUTATION,
              Set.of("salutation", "title", "anrede", "tratamiento", "civilite")),
          Map.entry(Fields.EXTENSION, Set.of("extension", "ext", "extn", "durchwahl", "poste")),
          Map.entry(
              Fields.COMPANY_NAME,
              Set.of(
                  "company",
                  "companyname",
                  "organisation",
                  "organization",
                  "employer",
                  "firma",
                  "unternehmen",
                  "empresa",
                  "societe",
                  "entreprise")),
          Map.entry(
              Fields.INDUSTRY, Set.of("industry", "sector", "branche", "industria", "secteur")),
          Map.entry(
              Fields.LOCATION,
              Set.of(
                  "location",
                  "city",
                  "town",
                  "place",
                  "ort",
                  "stadt",
                  "ciudad",
                  "ville",
                  "shahar")),
          Map.entry(
              Fields.PIN_CODE,
              Set.of(
                  "pincode",
                  "pin",
                  "postcode",
                  "postalcode",
                  "zip",
                  "zipcode",
                  "plz",
                  "postleitzahl",
                  "codigopostal",
                  "codepostal")),
          Map.entry(
              Fields.KEYWORDS,
              Set.of("keywords", "tags", "labels", "stichworte", "etiquetas", "motscles")));

  private Spellings() {}

  /** Whether a column has a usual name of a field, or the field's own. */
  static boolean fit(String column, String field) {
    String name = plain(column);
    if (name.equals(plain(field)) || name.equals(plain(withoutPrefix(field)))) {
      return true;
    }
    Set<String> usual = USUAL.getOrDefault(field, Set.of());
    return usual.contains(name) || usual.contains(COUNTED.matcher(name).replaceAll(""));
  }

  private static String withoutPrefix(String field) {
    return field.startsWith(Fields.CUSTOM) ? field.substring(Fields.CUSTOM.length()) : field;
  }

  private static String plain(String name) {
    String apart = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    return NOT_A_LETTER.matcher(apart.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
