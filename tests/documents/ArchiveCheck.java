import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Prints what Apache PDFBox Preflight holds against each file as PDF/A-1b; nothing when it is one. */
public class ArchiveCheck {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            PreflightParser parser = new PreflightParser(file);
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                for (ValidationResult.ValidationError error : document.getResult().getErrorsList()) {
                    System.out.println(file + " " + error.getErrorCode() + " " + error.getDetails());
                }
            }
        }
    }
}
