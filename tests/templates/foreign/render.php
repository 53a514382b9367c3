<?php
// Renders templates of PHP's engines: a JSON list of {engine, template, data} from standard
// input, a JSON list of texts to standard output. Ends with status 3 if an engine is not installed.

declare(strict_types=1);

const NOT_INSTALLED = 3;
const LIBRARIES = '/usr/share/php';

// Warnings on standard output would be taken for a part of the answer.
ini_set('display_errors', 'stderr');

function library(string $package, string $file): void
{
    if (!is_file(LIBRARIES . "/$file")) {
        fwrite(STDERR, "the Debian package $package is not installed");
        exit(NOT_INSTALLED);
    }
    require_once LIBRARIES . "/$file";
}

function twig(string $template, array $data): string
{
    library('php-twig', 'Twig/autoload.php');
    $environment = new Twig\Environment(new Twig\Loader\ArrayLoader());
    return $environment->createTemplate($template)->render($data);
}

function smarty(string $template, array $data): string
{
    library('smarty4', 'smarty4/Smarty.class.php');
    $smarty = new Smarty();
    $smarty->assign($data);
    return $smarty->fetch("eval:$template"); // compiled in memory, not in a folder
}

function php(string $template, array $data): string
{
    $file = tempnam(sys_get_temp_dir(), 'template');
    file_put_contents($file, $template);
    // A function of its own, so that the template sees its data and nothing else.
    $show = static function (): void {
        extract(func_get_arg(1));
        include func_get_arg(0);
    };
    ob_start();
    try {
        $show($file, $data);
    } finally {
        $text = ob_get_clean();
        unlink($file);
    }
    return $text;
}

$texts = [];
foreach (json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR) as $asked) {
    try {
        $texts[] = match ($asked['engine']) {
            'twig' => twig($asked['template'], $asked['data']),
            'smarty' => smarty($asked['template'], $asked['data']),
            'php' => php($asked['template'], $asked['data']),
        };
    } catch (Throwable $error) {
        fwrite(STDERR, "{$asked['engine']} refuses {$asked['template']}: {$error->getMessage()}");
        exit(1);
    }
}
echo json_encode($texts, JSON_THROW_ON_ERROR);
